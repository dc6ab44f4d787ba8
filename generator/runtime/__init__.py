"""What the generated classes share: reading answers without loss, checking requests, building calls.

Plain Python without I/O, copied into the package as it is. The generated classes only declare; what they do is here.
"""
