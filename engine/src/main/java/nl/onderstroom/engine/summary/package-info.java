/** summary */
package nl.onderstroom.engine.summary;
