"""A first draft of a job description, to be finished by a person."""
