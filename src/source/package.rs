//! The parts of a workbook file, unpacked once and thrown away: how large they are, and what they hide.

use std::collections::BTreeMap;
use std::io::Read;

use zip::ZipArchive;

use super::headings::Merged;
use super::limits::Limits;
use super::origin::Origin;
use super::refusal::Refusal;

/// Longer tags are not looked at.
const TAG_LENGTH: usize = 4096;

/// Merged cells of one sheet that are kept: those in its first rows.
const MERGED_KEPT: usize = 10_000;
const MERGED_ROWS: u32 = 2_000;

/// What the parts tell that the reader of cells does not.
#[derive(Debug, Default)]
pub(super) struct Package {
    /// Links to other workbooks.
    pub(super) external_links: usize,
    /// What each part says, by its path.
    parts: BTreeMap<String, Part>,
    /// Path of the part of each sheet, by the name of the sheet.
    sheets: BTreeMap<String, String>,
}

/// What one part with a sheet says.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub(super) hidden_rows: u64,
    pub(super) has_formulas: bool,
    pub(super) merged: Vec<Merged>,
}

impl Package {
    /// The part of the sheet of this name.
    pub(super) fn part(&self, sheet: &str) -> Part {
        self.sheets.get(sheet).and_then(|path| self.parts.get(path)).cloned().unwrap_or_default()
    }
}

/// Unpacks every part, counting and forgetting, and refuses the file as soon as it exceeds the limits:
/// first by what its directory says, then by what really comes out.
pub(super) fn inspect(origin: &Origin, file: &str, limits: &Limits) -> Result<Package, Refusal> {
    let reader = origin.reader().map_err(|error| Refusal::unreadable(file, &error))?;
    let mut archive = ZipArchive::new(reader).map_err(|error| broken(file, &error.to_string()))?;
    if limits.parts < archive.len() {
        return Err(bomb(file));
    }
    let most = limits.unpacked.min(limits.ratio_free.max(origin.size().saturating_mul(limits.ratio)));
    let mut stated: u64 = 0;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|error| broken(file, &error.to_string()))?;
        stated = stated.saturating_add(part.size());
    }
    if most < stated {
        return Err(bomb(file));
    }
    let mut package = Package::default();
    let mut targets = BTreeMap::new();
    let mut names = Vec::new();
    let mut left = most;
    let mut buffer = vec![0; 1 << 16];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|error| broken(file, &error.to_string()))?;
        let path = part.name().map_err(|error| broken(file, &error.to_string()))?.replace('\\', "/");
        package.external_links += usize::from(is_external_link(&path));
        let mut tags = Tags::default();
        let mut told = Part::default();
        loop {
            let count = part.read(&mut buffer).map_err(|error| broken(file, &error.to_string()))?;
            if count == 0 {
                break;
            }
            left = left.checked_sub(count as u64).ok_or_else(|| bomb(file))?;
            if path.starts_with("xl/worksheets/") {
                tags.take(&buffer[..count], &mut |tag| told.take(tag));
            } else if path == "xl/workbook.xml" {
                tags.take(&buffer[..count], &mut |tag| {
                    if local(tag).starts_with("sheet ") {
                        names.extend(attribute(tag, "name").zip(attribute(tag, "r:id")));
                    }
                });
            } else if path == "xl/_rels/workbook.xml.rels" {
                tags.take(&buffer[..count], &mut |tag| {
                    if local(tag).starts_with("Relationship ") {
                        targets.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
                    }
                });
            }
        }
        if path.starts_with("xl/worksheets/") {
            package.parts.insert(path, told);
        }
    }
    for (name, id) in names {
        if let Some(target) = targets.get(&id) {
            let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_string);
            package.sheets.insert(name, target);
        }
    }
    Ok(package)
}

fn is_external_link(path: &str) -> bool {
    path.strip_prefix("xl/externalLinks/").is_some_and(|rest| rest.ends_with(".xml") && !rest.contains('/'))
}

/// The refusal of a workbook that cannot be unpacked or understood.
pub(super) fn broken(file: &str, what: &str) -> Refusal {
    let en = format!("The workbook cannot be read: {what}.");
    let fr = format!("Le classeur ne peut pas être lu : {what}.");
    let advice = (
        "Open it in a spreadsheet and save it again as .xlsx, without a password.",
        "Ouvrez-le dans un tableur et enregistrez-le de nouveau en .xlsx, sans mot de passe.",
    );
    Refusal::new("workbook_unreadable", (file, 0), (en, fr), advice)
}

/// The refusal of a workbook that unpacks to more than it may.
pub(super) fn bomb(file: &str) -> Refusal {
    let en = "The workbook unpacks to far more than its size: it is not opened.".to_string();
    let fr = "Le classeur se déplie en bien plus que sa taille : il n'est pas ouvert.".to_string();
    let advice = (
        "Keep only the sheets and cells needed, or export them as CSV.",
        "Gardez seulement les feuilles et cellules utiles, ou exportez-les en CSV.",
    );
    Refusal::new("workbook_bomb", (file, 0), (en, fr), advice)
}

impl Part {
    fn take(&mut self, tag: &str) {
        let tag = local(tag);
        if tag.starts_with("row ") {
            let is_hidden = attribute(tag, "hidden").is_some_and(|it| matches!(it.as_str(), "1" | "true"));
            self.hidden_rows += u64::from(is_hidden);
        } else if matches!(tag, "f" | "f/") || tag.starts_with("f ") {
            self.has_formulas = true;
        } else if tag.starts_with("mergeCell ")
            && let Some(merged) = attribute(tag, "ref").and_then(|text| merged_of(&text))
            && merged.rows.0 <= MERGED_ROWS
            && self.merged.len() < MERGED_KEPT
        {
            self.merged.push(merged);
        }
    }
}

/// A tag without its namespace prefix.
fn local(tag: &str) -> &str {
    match tag.split_once(':') {
        Some((prefix, rest)) if prefix.bytes().all(|byte| byte.is_ascii_alphanumeric()) => rest,
        _ => tag,
    }
}

/// The value of an attribute of a tag, its entities resolved.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let is_whole = rest[..at].ends_with(char::is_whitespace);
        rest = &rest[at + name.len()..];
        let Some(value) = rest.trim_start().strip_prefix('=').filter(|_| is_whole) else { continue };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
        let value = value[1..].split(quote).next()?;
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
        return Some(entities.iter().fold(value.to_string(), |text, (from, to)| text.replace(from, to)));
    }
}

/// `B2:D2` as merged cells.
fn merged_of(text: &str) -> Option<Merged> {
    let (from, to) = text.split_once(':')?;
    let ((first_row, first_column), (last_row, last_column)) = (corner(from)?, corner(to)?);
    let is_ordered = first_row <= last_row && first_column <= last_column;
    is_ordered.then_some(Merged { rows: (first_row, last_row), columns: (first_column, last_column) })
}

/// `B2` as row from 1 and column from 0.
fn corner(text: &str) -> Option<(u32, usize)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    if letters == 0 || 3 < letters {
        return None;
    }
    let column = text[..letters].bytes().fold(0, |sum, byte| sum * 26 + usize::from(byte - b'A') + 1);
    Some((text[letters..].parse().ok()?, column - 1))
}

/// Cuts a stream of XML into its tags.
#[derive(Default)]
struct Tags {
    tag: Vec<u8>,
    is_inside: bool,
}

impl Tags {
    fn take(&mut self, piece: &[u8], each: &mut dyn FnMut(&str)) {
        let mut rest = piece;
        while !rest.is_empty() {
            let wanted = if self.is_inside { b'>' } else { b'<' };
            let end = rest.iter().position(|byte| *byte == wanted);
            let upto = end.unwrap_or(rest.len());
            if self.is_inside {
                let room = TAG_LENGTH.saturating_sub(self.tag.len());
                self.tag.extend_from_slice(&rest[..upto.min(room)]);
            }
            if end.is_none() {
                return;
            }
            if self.is_inside {
                if let Ok(tag) = std::str::from_utf8(&self.tag) {
                    each(tag);
                }
                self.tag.clear();
            }
            self.is_inside = !self.is_inside;
            rest = &rest[upto + 1..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_across_pieces() {
        let text =
            br#"<x:row r="1" hidden="1"><c><f>A1&gt;2</f></c></x:row><mergeCell ref="B1:D1"/><row r="2"/>"#;
        for size in [1, 7, 1000] {
            let (mut tags, mut part) = (Tags::default(), Part::default());
            text.chunks(size).for_each(|piece| tags.take(piece, &mut |tag| part.take(tag)));
            assert_eq!((part.hidden_rows, part.has_formulas), (1, true));
            assert_eq!(part.merged, [Merged { rows: (1, 1), columns: (1, 3) }]);
        }
    }

    #[test]
    fn attributes_are_whole_names() {
        let tag = r#"sheet name="R&amp;D 'x'" sheetId="1" r:id="rId1""#;
        assert_eq!(attribute(tag, "name").as_deref(), Some("R&D 'x'"));
        assert_eq!(attribute(tag, "r:id").as_deref(), Some("rId1"));
        assert_eq!(attribute(tag, "id"), None);
    }
}
