from motcua.project.command import main

main(prog_name="motcua")
