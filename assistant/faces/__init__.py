"""The faces: command line, REST, chat page. Thin: parse, call, render."""
