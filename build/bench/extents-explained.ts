/** Why a file of the samples looks different to us than to a peer: the specification's answer, at length in the format's NOTES.md. */
export const EXPLAINED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'dxf-parser': {
    'dxf/dxf-parser/arc1.dxf': 'its extrusion 0,0,-1 mirrors x, which dxf-parser tells and leaves to its user',
  },
  ezdxf: {
    'dxf/ezdxf/mtext_framed_columns.dxf':
      'the frame of a text, which ezdxf knows by extended data; they are polylines like any',
  },
}
