//! From figures to preference: weights, value functions, objective fit; never one opaque number.
