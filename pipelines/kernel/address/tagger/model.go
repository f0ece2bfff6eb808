package tagger

import (
	"encoding/binary"
	"errors"
	"math"
)

// Model is a trained linear-chain conditional random field. It never changes after
// Decode and may be shared by goroutines.
type Model struct {
	Places *Places

	scale float64          // score of one step of a weight
	edges [2][edge]int32   // transition weights: inside a segment, across two
	exps  [2][edge]float64 // their exponentials
	slots []slot           // open addressing by key
	rows  []int8           // Labels weights per feature
	mask  uint32
}

// slot says which row, counted from one, a feature has; row 0 is an empty slot.
type slot struct{ key, row uint32 }

const edge = Labels * Labels

// magic opens the stored form of a model, with its version.
const magic = "KTAG1"

// Weights is a model in the form of the trainer: steps of equal size.
type Weights struct {
	Scale    float64
	Edges    [2][Labels * Labels]int32
	Features []Feature // by ascending Key
	Places   *Places
}

// Feature is one row: a weight for every label.
type Feature struct {
	Key uint32
	Row [Labels]int8
}

// Encode gives the stored form: magic, scale, transitions, places, then the rows in
// the order of their keys. A row is the distance to the key before (variable length),
// a bit for each label with a weight, and these weights.
func (w *Weights) Encode() []byte {
	out := binary.LittleEndian.AppendUint64([]byte(magic), math.Float64bits(w.Scale))
	for _, m := range w.Edges {
		for _, x := range m {
			out = binary.AppendVarint(out, int64(x))
		}
	}
	out = binary.AppendUvarint(out, uint64(len(w.Places.bits)))
	out = append(out, w.Places.bits...)
	out = binary.AppendUvarint(out, uint64(len(w.Features)))
	before := uint32(0)
	for _, f := range w.Features {
		out = binary.AppendUvarint(out, uint64(f.Key-before))
		before = f.Key
		mask := uint16(0)
		for y, x := range f.Row {
			if x != 0 {
				mask |= 1 << y
			}
		}
		out = binary.LittleEndian.AppendUint16(out, mask)
		for _, x := range f.Row {
			if x != 0 {
				out = append(out, byte(x))
			}
		}
	}
	return out
}

var errModel = errors.New("the weights of the address tagger are damaged: make train writes them anew")

// Decode reads the stored form of a model.
func Decode(data []byte) (*Model, error) {
	if len(data) < len(magic)+8 || string(data[:len(magic)]) != magic {
		return nil, errModel
	}
	r := reader{data: data[len(magic):], ok: true}
	m := &Model{scale: math.Float64frombits(binary.LittleEndian.Uint64(r.take(8)))}
	for b := range m.edges {
		for i := range m.edges[b] {
			m.edges[b][i] = int32(r.signed())
			m.exps[b][i] = math.Exp(float64(m.edges[b][i]) * m.scale)
		}
	}
	m.Places = &Places{bits: r.take(int(r.unsigned()))}
	n := int(r.unsigned())
	if !r.ok || n > len(r.data) {
		return nil, errModel
	}
	m.grow(n)
	key := uint32(0)
	for i := 0; i < n && r.ok; i++ {
		key += uint32(r.unsigned())
		mask := uint16(0)
		if two := r.take(2); two != nil {
			mask = binary.LittleEndian.Uint16(two)
		}
		for y := range Labels {
			if mask&(1<<y) != 0 {
				if one := r.take(1); one != nil {
					m.rows[i*Labels+y] = int8(one[0])
				}
			}
		}
		m.put(key, uint32(i))
	}
	if !r.ok || len(r.data) != 0 {
		return nil, errModel
	}
	return m, nil
}

// reader reads the stored form; ok turns false at its first fault.
type reader struct {
	data []byte
	ok   bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.ok, r.data = false, nil
		return nil
	}
	out := r.data[:n]
	r.data = r.data[n:]
	return out
}

func (r *reader) unsigned() uint64 {
	x, n := binary.Uvarint(r.data)
	r.take(max(n, 0))
	r.ok = r.ok && n > 0
	return x
}

func (r *reader) signed() int64 {
	x, n := binary.Varint(r.data)
	r.take(max(n, 0))
	r.ok = r.ok && n > 0
	return x
}

// grow makes room for n rows, the table at most half full.
func (m *Model) grow(n int) {
	size := uint32(1)
	for size < 2*uint32(n)+2 {
		size *= 2
	}
	m.mask, m.slots, m.rows = size-1, make([]slot, size), make([]int8, n*Labels)
}

func (m *Model) put(key, row uint32) {
	k := key & m.mask
	for m.slots[k].row != 0 {
		k = (k + 1) & m.mask
	}
	m.slots[k] = slot{key, row + 1}
}

// find gives the weights of a feature, nil when it has none.
func (m *Model) find(key uint32) *[Labels]int8 {
	for k := key & m.mask; m.slots[k].row != 0; k = (k + 1) & m.mask {
		if m.slots[k].key == key {
			return (*[Labels]int8)(m.rows[int(m.slots[k].row-1)*Labels:])
		}
	}
	return nil
}
