"""make bench: what the residents' door costs the processor and the line."""

from bench.portal import cpu, slow, weight

if __name__ == "__main__":
    cpu.main()
    weight.main()
    slow.main()
