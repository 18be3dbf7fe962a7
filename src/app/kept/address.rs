//! Addresses of the interface, as answers and the log tell them.

/// Where the interface begins.
pub const ROOT: &str = "/api/v1";

/// The address of a dossier.
pub fn dossier_at(dossier: &str) -> String {
    format!("{ROOT}/dossiers/{dossier}")
}

/// The address of an item.
pub fn item_at(dossier: &str, collection: &str, key: &str) -> String {
    format!("{}/{collection}/{}", dossier_at(dossier), escaped(key))
}

/// The address of a job.
pub fn job_at(job: &str) -> String {
    format!("{ROOT}/jobs/{job}")
}

/// A text as one step of an address.
fn escaped(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().fold(String::new(), |mut address, byte| {
        match is_plain(byte) {
            true => address.push(byte as char),
            false => address.push_str(&format!("%{byte:02X}")),
        }
        address
    })
}
