Hindi and Arabic letters are taken from the computer where it has a good face for them, which spares 100 kB on a first visit.
