"""realist: a static website generator for realist evidence synthesis."""

import os

# Pydantic would look through all installed packages for plugins, and run those that it finds.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
