/** measure */
package nl.onderstroom.engine.measure;
