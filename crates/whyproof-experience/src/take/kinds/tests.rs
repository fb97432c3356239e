//! Each kind by sentences that are of it, and by others that look alike.
