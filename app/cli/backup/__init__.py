"""The whole shop in one sealed file, and back: `keruen backup`, `keruen restore`.

The file is an age file (age-encryption.org/v1) with a tar in it: should Keruen be gone, the tools
`age` and `tar` open it. docs/decisions/0033 says why.
"""
