//! Bytes of a finance file to sheets of cells: encoding, delimiter, headings, decimal mark and date order decided and told.
