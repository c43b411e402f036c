"""Papers as many hands make them: their facts, and the programs that put them on pages."""
