//! The program is killed in the middle of an acceptance, again and again: the dossier is the old one or the new one.

use std::thread;
use std::time::Duration;

use crate::scene::{Scene, fingerprint, program, sample};

#[test]
fn a_killed_import_leaves_the_old_dossier_or_the_new_one() {
    let new = Scene::of(Some("banque-horizon"));
    let old = fingerprint(&new.dossier());
    assert_eq!(new.document(&sample("fr_gains_avec_erreurs.csv"), &["--accept"])["ending"], "accepted");
    let new = fingerprint(&new.dossier());
    assert_ne!(old, new);
    let mut seen = [0, 0];
    for step in 0..60u64 {
        let scene = Scene::of(Some("banque-horizon"));
        let mut import = program();
        import.arg("import").arg(sample("fr_gains_avec_erreurs.csv")).arg("--into").arg(scene.dossier());
        let mut child =
            import.arg("--accept").stdout(std::process::Stdio::null()).spawn().expect("the program");
        thread::sleep(Duration::from_millis(2 * step));
        let _ = child.kill();
        let _ = child.wait();
        let found = fingerprint(&scene.dossier());
        assert!(found == old || found == new, "after {} ms", 2 * step);
        seen[usize::from(found == new)] += 1;
    }
    assert!(seen[0] > 0, "killed before anything was written at least once");
}
