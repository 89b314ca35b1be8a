"""make bench: what the residents' door costs the processor and the line."""

from bench.portal import cpu, weight

if __name__ == "__main__":
    cpu.main()
    weight.main()
