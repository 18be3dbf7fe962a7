//! The service from outside: the program is started, called over a real socket, and killed.

#[path = "service/running.rs"]
mod running;
#[path = "service/listener.rs"]
mod listener;
#[path = "service/manners.rs"]
mod manners;
#[path = "service/conditions.rs"]
mod conditions;
#[path = "service/access.rs"]
mod access;
#[path = "service/tokens.rs"]
mod tokens;
#[path = "service/told.rs"]
mod told;
#[path = "service/disk.rs"]
mod disk;
#[path = "service/brought.rs"]
mod brought;
#[path = "service/pages.rs"]
mod pages;
#[path = "service/astray.rs"]
mod astray;
#[path = "service/together.rs"]
mod together;
#[path = "service/work.rs"]
mod work;
#[path = "service/killed.rs"]
mod killed;
#[path = "service/described.rs"]
mod described;
