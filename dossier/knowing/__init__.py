"""What was known on a day: by what had been published by then, certainly or possibly."""
