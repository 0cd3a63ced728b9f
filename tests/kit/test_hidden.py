"""Of a photograph only what can be seen travels on: neither where it was taken, nor by whom."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageChops, ImageCms
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from engage.kit import hidden
from engage.kit.errors import Invalid
from engage.kit.hidden import without_hidden_data
from engage.kit.uploads import Upload, Wanted, media_type_of
from tests.kit import scans

NAME = "Ilen Dorrin"
PLACE = (47.0, 55.0, 12.0)
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{NAME}</x:xmpmeta>".encode()
MARKS = (NAME.encode(), b"Exif", b"eXIf", b"xmpmeta", b"tEXt", b"iTXt", b"zTXt", b"2026:06:17")
WANTED = Wanted(unreadable="unreadable", too_large="large")


def notes(orientation: int = 1) -> Image.Exif:
    """What a camera writes: who, when, where, and which way up."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = NAME
    exif[ExifTags.Base.DateTime] = "2026:06:17 09:00:00"
    exif[ExifTags.Base.Orientation] = orientation
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: PLACE}
    )
    return exif


def two_coloured(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Red above, blue below; its upper left corner is white."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0], size[1] // 2))
    picture.paste("white", (0, 0, 10, 10))
    return picture


def jpeg(picture: Image.Image, exif: Image.Exif | bytes, **more: object) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif, xmp=XMP, comment=NAME, **more)
    return out.getvalue()


def png(picture: Image.Image, exif: Image.Exif) -> bytes:
    out, texts = BytesIO(), PngInfo()
    texts.add_text("Author", NAME)
    texts.add_text("Comment", NAME, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    picture.save(out, "PNG", exif=exif, pnginfo=texts)
    return out.getvalue()


def bare(data: bytes, media_type: str = "image/jpeg") -> bytes:
    upload = without_hidden_data(Upload("photo", data, media_type), WANTED)
    assert upload.name == "photo"
    assert media_type_of(upload.data) == media_type
    return upload.data


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_photograph_forgets_where_when_and_by_whom_it_was_taken() -> None:
    data = jpeg(two_coloured(), notes())
    assert opened(data).getexif().get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] == PLACE
    left = bare(data)
    assert not opened(left).getexif()
    assert set(opened(left).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert [mark for mark in MARKS if mark in left] == []


def test_a_png_forgets_its_notes_and_texts() -> None:
    data = png(two_coloured(), notes())
    left = bare(data, "image/png")
    assert [mark for mark in MARKS if mark in left] == []
    assert opened(left).info == {}
    assert not ImageChops.difference(opened(left), two_coloured()).getbbox()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png"])
def test_a_photograph_that_was_turned_by_its_note_stands_upright_without(
    orientation: int, media_type: str
) -> None:
    # How the camera held it: turned back, for each of the ways of the standard.
    lies = {
        1: two_coloured(),
        2: two_coloured().transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: two_coloured().transpose(Image.Transpose.ROTATE_180),
        4: two_coloured().transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: two_coloured().transpose(Image.Transpose.TRANSPOSE),
        6: two_coloured().transpose(Image.Transpose.ROTATE_90),
        7: two_coloured().transpose(Image.Transpose.TRANSVERSE),
        8: two_coloured().transpose(Image.Transpose.ROTATE_270),
    }[orientation]
    made = jpeg if media_type == "image/jpeg" else png
    left = opened(bare(made(lies, notes(orientation)), media_type)).convert("RGB")
    assert left.size == (60, 40)
    spots = [left.getpixel(spot) for spot in ((3, 3), (50, 3), (50, 35), (3, 35))]
    assert [_nearest(spot) for spot in spots] == ["white", "red", "blue", "blue"]


def _nearest(spot: object) -> str:
    assert isinstance(spot, tuple)
    red, green, blue = (part > 128 for part in spot)
    names = {(True, True, True): "white", (True, False, False): "red", (False, False, True): "blue"}
    return names.get((red, green, blue), str(spot))


def test_notes_that_cannot_be_read_go_too() -> None:
    broken = b"Exif\0\0no camera wrote this: " + NAME.encode()
    assert NAME.encode() not in bare(jpeg(two_coloured(), broken))


def test_colours_stay_what_they_are() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    left = bare(jpeg(two_coloured(), notes(6), icc_profile=profile))
    assert opened(left).info["icc_profile"] == profile
    seen_through = two_coloured().convert("P")
    seen_through.info["transparency"] = 0
    left = bare(png(seen_through, notes()), "image/png")
    assert opened(left).convert("RGBA").getcolors() == seen_through.convert("RGBA").getcolors()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16", "P", "RGB", "RGBA"])
def test_every_kind_of_png_stays_one(mode: str) -> None:
    picture = Image.new(mode, (20, 20)) if mode == "I;16" else two_coloured().convert(mode)
    assert opened(bare(png(picture, notes()), "image/png")).size == picture.size


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_photograph_becomes_neither_larger_nor_worse(mode: str) -> None:
    noise = Image.effect_noise((200, 300), 80).convert(mode)
    data = jpeg(noise, notes(), quality=97, subsampling=0)
    left = bare(data)
    assert len(left) <= len(data)
    difference = ImageChops.difference(opened(left).convert("L"), opened(data).convert("L"))
    assert max(difference.tobytes()) <= 4  # of 255


def test_what_became_too_large_gets_fewer_points(monkeypatch: pytest.MonkeyPatch) -> None:
    data = scans.picture("PNG")
    monkeypatch.setattr(hidden, "LARGEST", len(data) // 2)
    left = bare(data, "image/png")
    assert len(left) <= len(data) // 2
    assert opened(left).width < opened(data).width


def test_a_pdf_forgets_its_properties_and_its_photographs_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    photo = jpeg(two_coloured(), notes()).replace(b"\xff\xe1", b"\xff\xff\xe1")  # filled up
    data = _pdf_with(photo)
    assert NAME.encode() in data
    left = bare(data, "application/pdf")
    assert [mark for mark in MARKS if mark in left] == []
    reader = PdfReader(BytesIO(left))
    assert reader.metadata is None or "/Author" not in reader.metadata
    assert reader.xmp_metadata is None
    shown, was = (PdfReader(BytesIO(each)).pages[0].images[0].image for each in (left, data))
    assert shown is not None
    assert was is not None
    assert not ImageChops.difference(shown, was).getbbox()
    monkeypatch.setattr(hidden, "LARGEST", 100)
    with pytest.raises(Invalid, match="large"):
        bare(data, "application/pdf")


def _pdf_with(photo: bytes) -> bytes:
    """A page with a photograph as a camera made it, and the names that programs write."""
    writer, out = PdfWriter(), BytesIO()
    page = writer.add_blank_page(200, 300)
    image = StreamObject()
    image.set_data(photo)
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(60),
            NameObject("/Height"): NumberObject(40),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
            NameObject("/Filter"): NameObject("/DCTDecode"),
        }
    )
    note = DecodedStreamObject()
    note.set_data(XMP)
    images = DictionaryObject({NameObject("/Photo"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): images})
    page[NameObject("/Metadata")] = writer._add_object(note)
    by = writer._add_object(DictionaryObject({NameObject("/By"): TextStringObject(NAME)}))
    page[NameObject("/PieceInfo")] = writer._add_object(
        DictionaryObject({NameObject("/Private"): by})
    )
    writer.add_metadata({"/Author": NAME})
    writer.xmp_metadata = XMP
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("media_type", ["image/jpeg", "application/pdf"])
def test_what_cannot_be_written_anew_is_refused_with_what_to_do(media_type: str) -> None:
    with pytest.raises(Invalid, match="unreadable"):
        without_hidden_data(Upload("photo", b"no file", media_type), WANTED)
