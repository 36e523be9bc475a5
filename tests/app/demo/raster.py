"""A drawing as PNG: printed to PDF and its page rendered, with what the project has at hand."""

from io import BytesIO

import pypdfium2
import weasyprint


def png_of(drawn: str, width: int) -> bytes:
    """Return the drawing as PNG, so many pixels wide."""
    page = "<style>@page{size:400px 300px;margin:0}body{margin:0}svg{display:block}</style>"
    printed = weasyprint.HTML(string=page + drawn).write_pdf()
    document = pypdfium2.PdfDocument(printed)
    image = document[0].render(scale=width / 300).to_pil()
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
