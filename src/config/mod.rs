//! Every setting of the service: its default, its unit, and its names in a file, the environment and on the command line.

pub mod setting;
pub mod settings;
pub mod server;
