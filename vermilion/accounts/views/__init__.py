"""Pages of accounts: one's own, those of administrators, the way back in, the demonstration."""
