"""Files on their way into the index: found, read ahead by several processes, kept until published."""
