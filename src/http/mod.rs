//! The interface for portfolio tools: decode a request, call `app`, encode what it answers.
