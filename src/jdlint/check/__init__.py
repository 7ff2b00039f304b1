"""Rules applied to a reading: one module for each kind, and the engine that makes hits into findings."""
