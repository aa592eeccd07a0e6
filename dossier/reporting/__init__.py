"""What an editor looks at before publication, counted from the rows."""
