"""Reads drawings and writes their line work again as R12, with ezdxf: a line of JSON for each file, its start left out."""

import io
import json
import logging
import sys
import time

import ezdxf
from ezdxf import disassemble, path

LINE_WORK = {"LINE", "LWPOLYLINE", "POLYLINE", "ARC", "CIRCLE", "ELLIPSE", "SPLINE"}
# Inches: a fiftieth of a millimetre, as ours.
FLATNESS = 0.02 / 25.4

logging.disable(logging.CRITICAL)

for name in sys.argv[1:]:
    started = time.perf_counter()
    try:
        result = ezdxf.new("R12")
        sheet = result.modelspace()
        for entity in disassemble.recursive_decompose(ezdxf.readfile(name).modelspace()):
            if entity.dxftype() in LINE_WORK:
                sheet.add_polyline2d([(p.x, p.y) for p in path.make_path(entity).flattening(FLATNESS)])
        result.write(io.StringIO())
        seen = {}
    except Exception as error:
        seen = {"error": type(error).__name__}
    seen["seconds"] = time.perf_counter() - started
    print(json.dumps({"file": name, **seen}), flush=True)
