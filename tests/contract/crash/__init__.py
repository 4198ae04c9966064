"""What no ordinary test can show: the process dies, or the power does, at any moment.

    kill       a writer is killed without warning; what it had acknowledged is there afterwards
    powercut   the disk forgets or tears whatever was not synced at that moment
    bitrot     a bit of the database file turns over; it is found, or nothing that counts changed

Each shows its teeth, too: with the control taken away (acknowledged too early, synced too seldom)
the same harness must find a loss. A kill cannot show what a power cut does, because the kernel
still has the pages; so both are needed.
"""
