//! The real Host: files, clock, environment, network.
