//! The nouns of the product and how they hang together; nothing here reads, computes a result or prints.
