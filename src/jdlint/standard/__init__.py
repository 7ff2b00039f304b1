"""Professional standards: read from the official XML, kept in a register, compared with documents."""
