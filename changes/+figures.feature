How much came, waits and is late, by unit, type and month; every figure opens to its papers or duties. The sheet of a week stands on screen and on paper.
