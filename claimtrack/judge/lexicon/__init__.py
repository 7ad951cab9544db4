"""What words mean, whoever says them: sorts of deeds, opposites, people. Knows no statement."""
