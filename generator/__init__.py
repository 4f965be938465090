"""realist: a static website generator for realist evidence synthesis."""
