"""One typed view a page: sorted, labelled, with addresses; templates do not compute."""
