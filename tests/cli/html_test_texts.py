"""A text that a page must not be harmed by, and how a page shows characters that it cannot hold."""
import re

HOSTILE = """Article 1\r
\r
The </script><script>window.pwned = 1</script> Party "shall" <b onclick='x'>not</b> &amp; may &lt; act, if & only if
\x00\x01\x0b\x0c\x7f it \ufffe\uffff does. <!-- Article 2 says "</mark></p>" of 'Article 1 "x" (2)'. ]]>

Article 2 <img src=x onerror="window.pwned = 1">

"Article 1 (1) of this Treaty, "as Article 2 of the </style> Charter says, "no Party shall <i>go</i>"
\u202eright to left\u202c \U0001d11e e\u0301 Article 9.
"""


def seen(text):
    """The text as a page can hold it: one character for each."""
    return re.sub("[\x00-\x08\x0e-\x1f\ufffe\uffff]", "\ufffd", text.replace("\x0b", " ").replace("\x0c", " "))
