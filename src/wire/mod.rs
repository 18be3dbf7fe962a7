//! The written form of the nouns: which tables and columns a dossier has, and the format of settings and decision models.
