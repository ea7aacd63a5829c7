"""Extents of drawings as ezdxf sees them: a line of JSON for each file named, box in drawing units or null.

Only what is stitched counts, as in Bobbin's own reader: line work of the model space, blocks opened, hidden layers left out.
"""

import json
import logging
import sys
import time

import ezdxf
from ezdxf import bbox, disassemble, recover

LINE_WORK = {"LINE", "LWPOLYLINE", "POLYLINE", "ARC", "CIRCLE", "ELLIPSE", "SPLINE"}

FLATNESS = 0.001

logging.disable(logging.CRITICAL)


def read(name):
    try:
        return ezdxf.readfile(name)
    except Exception:
        return recover.readfile(name)[0]


def is_stitched(doc, entity):
    if entity.dxftype() not in LINE_WORK or entity.dxf.get("invisible", 0):
        return False
    if entity.dxftype() == "POLYLINE" and (entity.is_poly_face_mesh or entity.is_polygon_mesh):
        return False
    try:
        layer = doc.layers.get(entity.dxf.layer)
    except Exception:
        return True
    return not (layer.is_off() or layer.is_frozen())


def extents(name):
    doc = read(name)
    # Dimensions are left out before blocks are opened: ezdxf would open their pictures as well.
    kept = [e for e in doc.modelspace() if e.dxftype() in LINE_WORK | {"INSERT"}]
    entities = [e for e in disassemble.recursive_decompose(kept) if is_stitched(doc, e)]
    box = bbox.extents([e for e in entities if e.dxftype() != "SPLINE"])
    # Its box of a spline is that of other curves near it; its chords are on the spline.
    for spline in entities:
        if spline.dxftype() == "SPLINE":
            box.extend(spline.flattening(FLATNESS))
    units = doc.header.get("$INSUNITS", 0)
    if not box.has_data:
        return {"box": None, "units": units}
    return {"box": [box.extmin.x, box.extmin.y, box.extmax.x, box.extmax.y], "units": units}


for name in sys.argv[1:]:
    started = time.perf_counter()
    try:
        seen = extents(name)
    except Exception as error:
        seen = {"error": type(error).__name__}
    seen["seconds"] = time.perf_counter() - started
    print(json.dumps({"file": name, **seen}), flush=True)
