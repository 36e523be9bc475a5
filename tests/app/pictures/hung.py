"""A picture that hangs at a product, without its files."""

from app.catalog.repository import gallery
from app.pictures import repository
from app.pictures.picture import Picture, PictureFormat, Rendition
from tests.app.orders.market import MORNING


async def hang(product_id: int, *, position: int = 1) -> int:
    """Hang a picture whose sizes are made; return its id."""
    picture = Picture(id=0, file_name="a.jpg", master="0" * 64, width=640, height=480)
    picture_id = await repository.save_picture(picture, by_id=None, at=MORNING)
    sizes = [
        Rendition(kind, width, width * 3 // 4, f"{width:064d}")
        for kind in PictureFormat
        for width in (320, 640)
    ]
    await repository.save_renditions(picture_id, sizes)
    await gallery.hang(product_id, picture_id, position=position, alts={"en": "A bowl"})
    return picture_id
