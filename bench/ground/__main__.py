"""make bench: what the ground costs."""

from bench.ground import fair_lock, journal

if __name__ == "__main__":
    fair_lock.main()
    journal.main()
