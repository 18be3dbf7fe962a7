//! How much one file may ask for, all limits in one place.

/// Limits on one file; what goes beyond one of them is refused with a finding that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one cell, as UTF-8.
    pub cell: usize,
    /// Bytes of one row of a text file; also how far an unclosed quotation mark is followed.
    pub record: usize,
    /// Columns of a sheet.
    pub columns: usize,
    /// Rows of a text file, the heading included.
    pub rows: u64,
    /// Bytes of a workbook once unpacked.
    pub unpacked: u64,
    /// How many times larger than the file a workbook may be once unpacked.
    pub ratio: u64,
    /// Bytes that may be unpacked whatever the ratio: small workbooks of equal rows are packed tightly.
    pub ratio_free: u64,
    /// Cells of one sheet of a workbook, the blank ones before the last of each row included.
    pub cells: u64,
    /// Sheets of a workbook.
    pub sheets: usize,
    /// Parts (files inside) of a workbook.
    pub parts: usize,
    /// Findings of one kind on one sheet that are told in full; one more tells how many follow.
    pub findings_of_a_kind: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            cell: 1 << 20,
            record: 16 << 20,
            columns: 16_384,
            rows: 50_000_000,
            unpacked: 512 << 20,
            ratio: 200,
            ratio_free: 16 << 20,
            cells: 200_000_000,
            sheets: 64,
            parts: 10_000,
            findings_of_a_kind: 100,
        }
    }
}
