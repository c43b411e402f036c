A leader directs in three touches: papers of the kind suggest who leads, supports and is informed, the working calendar
suggests the day and says why, saved phrases give the words; several directions go out at once, and an assistant can
prepare them. Units pass on, share, ask, report progress, ask for time, return with a ground, report for approval; whoever
gave a duty decides, takes over, withdraws and reopens. Deadlines count working days, with the holidays of Vietnam from
2025 to 2030 and a calendar that each body can keep.
