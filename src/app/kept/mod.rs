//! The use cases on kept dossiers: the same answers as for files, with revisions, roles and jobs around them.
