//! From a technology, however far backstage, to the moment of truth a customer lives; knows no euro formula but money at risk.
