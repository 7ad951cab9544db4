"""What a document's short words stand for: pronouns, "the agency", "three of them", answers."""
