// Package returns is the step that works returned mail into the contacts.
package returns
