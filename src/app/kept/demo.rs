//! The sample dossiers, kept when they are not there yet, so that somebody can look around at once.

use serde_json::Value;

use super::archive::Archive;
use super::caller::Caller;
use super::condition::Condition;
use super::refusal::Refusal;

/// The samples by name, as bundles.
const SAMPLES: [(&str, &str); 2] = [
    ("banque-horizon", include_str!("../../../samples/banque-horizon/bundle.json")),
    ("maison-lumen", include_str!("../../../samples/maison-lumen/bundle.json")),
];

impl Archive {
    /// Keeps the sample dossiers; those that are there stay as they are, and what was removed stays removed.
    pub async fn add_samples(&self) -> Result<(), Refusal> {
        let caller = Caller::local("demo");
        for (name, text) in SAMPLES {
            if self.store.dossier_ever(name).await?.is_none() {
                let bundle: Value = serde_json::from_str(text).expect("the samples are JSON");
                self.put_dossier(&caller, name, &Condition::default(), bundle).await?;
            }
        }
        Ok(())
    }
}
