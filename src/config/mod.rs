//! Every setting of the service with its unit, its default and its names in a file, the environment and on the command line.
