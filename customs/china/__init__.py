"""Export from China: the declaration, its rules, and the messages of the Single Window."""
