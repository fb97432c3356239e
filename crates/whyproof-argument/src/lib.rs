//! Graphs of support and attack: standing, load, repair.
