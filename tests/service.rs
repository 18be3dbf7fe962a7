//! The service from outside: the program is started, called over a real socket, and killed.

#[path = "service/running.rs"]
mod running;
#[path = "service/manners.rs"]
mod manners;
#[path = "service/access.rs"]
mod access;
#[path = "service/together.rs"]
mod together;
#[path = "service/work.rs"]
mod work;
#[path = "service/killed.rs"]
mod killed;
#[path = "service/described.rs"]
mod described;
