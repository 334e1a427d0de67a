/** disclosure */
package nl.onderstroom.engine.disclosure;
